/** How a record looks, on a screen and on A4. */
export const recordStyles = `
@page { size: A4; margin: 18mm 16mm; }
body { font: 1rem/1.5 system-ui, sans-serif; color: #0b0c0c; max-width: 50rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1.0625rem; margin: 0 0 .5rem; }
.kind { margin: 0; color: #505a5f; }
dl { display: grid; grid-template-columns: 10rem minmax(0, 1fr); gap: .25rem 1rem; margin: 0; }
dt { color: #505a5f; } dd { margin: 0; }
.outcome { border-left: .35rem solid #1d5a96; padding-left: 1rem; margin-top: 2rem; }
.lacking { border-left: .35rem solid #b10e1e; padding-left: 1rem; margin-top: 2rem; }
.outcome h2, .lacking h2 { margin-top: 0; }
.judgement { border-top: 1px solid #b1b4b6; padding: .75rem 0; }
li { margin: .2rem 0; } ul, ol { padding-left: 1.4rem; margin: .25rem 0; } ol { padding-left: 2.75rem; } ol > li { margin: .85rem 0; }
li:target { background: #fff7d1; } a { color: #1d5a96; text-underline-offset: .15em; } dd ul { padding-left: 1.1rem; margin: 0; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid #b1b4b6; padding: .4rem .8rem .4rem 0; font-weight: 400; }
thead th { font-weight: 600; }
.facts th[scope=row] { width: 42%; } .path { display: block; color: #505a5f; font-size: .8125rem; font-weight: 400; }
code { font-size: .8125rem; overflow-wrap: anywhere; } .standing { color: #383f43; overflow-wrap: anywhere; }
@media (max-width: 40rem) { dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { margin-bottom: .5rem; } }
@media print {
  html { font-size: 10pt; } body { padding: 0; max-width: none; }
  h2, h3, thead { break-after: avoid; } tr, .judgement, .outcome, .standing { break-inside: avoid; }
  .scroll { overflow: visible; } a { color: inherit; text-decoration: none; } li { orphans: 3; widows: 3; }
}`;
