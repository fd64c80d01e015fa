/** The style of a page with an explanation: quiet, readable at 320 pixels and at 200 %, and made to be printed. */
export const styles = `
body { font: 1.0625rem/1.55 Georgia, "Liberation Serif", serif; color: #0b0c0c; background: #fff; margin: 0; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
h1, h2, .subtitle, .force { font-family: system-ui, "Liberation Sans", sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.25rem 0 .75rem; padding-top: .75rem; border-top: 1px solid #b1b4b6; }
.subtitle { margin: 0; color: #505a5f; }
ol, ul { padding-left: 1.5rem; margin: 0; } ol { padding-left: 2.25rem; }
ul ul, ol ul { padding-left: 1.25rem; } li { margin: .3rem 0; } ol > li { margin: .85rem 0; }
ol > li::marker { font: 600 .9375rem system-ui, "Liberation Sans", sans-serif; }
li:target { background: #fff7d1; box-shadow: 0 0 0 .4rem #fff7d1; }
a { color: #1d5a96; text-underline-offset: .15em; } a:focus-visible { outline: 3px solid #0b0c0c; outline-offset: 2px; }
.see { white-space: nowrap; } .cites { font-size: .875em; color: #505a5f; }
.force { display: inline-block; font-size: .75rem; font-weight: 600; line-height: 1.3; padding: .05rem .4rem;
  border: 1px solid #505a5f; border-radius: .2rem; margin-right: .35rem; vertical-align: .1em; }
.force.law { background: #0b0c0c; border-color: #0b0c0c; color: #fff; }
.force.goodPractice { border-style: dashed; }
.standing { margin-top: 2.25rem; padding-top: .75rem; border-top: 1px solid #b1b4b6; font-size: .875rem; color: #505a5f; }
@page { margin: 20mm 18mm; }
@media print {
  body { font-size: 10.5pt; } main { max-width: none; padding: 0; } a { color: inherit; text-decoration: none; }
  h2, .force { break-after: avoid; } h2 { margin-top: 1.25rem; } ul > li, .standing { break-inside: avoid; }
  li, p { orphans: 3; widows: 3; } .force { print-color-adjust: exact; }
}`;
