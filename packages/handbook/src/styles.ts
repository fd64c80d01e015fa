/** The handbook's own style, on top of GOV.UK Frontend; and that, without what belongs to GOV.UK alone. */

/** GOV.UK Frontend without its font, which only GOV.UK may use, and without addresses of files that are not here. */
export function withoutCrown(css: string): string {
  return css
    .replaceAll(/@font-face\s*\{[^}]*\}/g, '')
    .replaceAll(/"?GDS Transport"?\s*,\s*/g, '')
    .replaceAll(/url\((?!["']?data:)[^)]*\)/g, 'none');
}

/** What the pages add. */
export const handbookStyles = `
.handbook-header { background: #0b0c0c; color: #fff; padding: 0.75rem 0; }
.handbook-header a { color: #fff; }
.handbook-header a:focus { color: #0b0c0c; background: #fd0; outline: 3px solid transparent; box-shadow: 0 -2px #fd0, 0 4px #0b0c0c; text-decoration: none; }
.handbook-header__title { font: 700 1.25rem/1.25 Arial, sans-serif; text-decoration: none; }
.handbook-header__version { display: inline-block; margin-left: 1rem; font: 1rem Arial, sans-serif; }
.handbook-header ul { list-style: none; margin: 0.5rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font: 1rem Arial, sans-serif; }
.handbook-provision ul { list-style: none; margin: 0.25rem 0 0.5rem; padding: 0 0 0 1.25rem; border-left: 3px solid #b1b4b6; }
.handbook-provision > div { margin-bottom: 20px; } .handbook-provision li { margin: 0.4rem 0; font: 1rem/1.4 Arial, sans-serif; }
@media (min-width: 40.0625em) { .handbook-provision li { font-size: 1.1875rem; } }
.handbook-passage { margin: 0 0 15px; padding-left: 15px; border-left: 3px solid #b1b4b6; } .handbook-passage p { margin: 0; } .handbook-passage cite { color: #505a5f; font-style: normal; }
.handbook-cites { color: #505a5f; font-size: 0.9em; }
.handbook-exception { border-left: 10px solid #f3c14b; padding-left: 15px; margin-bottom: 20px; }
.handbook-scroll { overflow-x: auto; margin-bottom: 30px; } .handbook-scroll:focus { outline: 3px solid #fd0; }
.drawing { overflow-x: auto; margin-bottom: 20px; } .drawing svg { max-width: 100%; height: auto; }
.handbook-questions > li { margin-bottom: 10px; } .handbook-questions .govuk-details { margin-bottom: 0; }
.handbook-story { border-top: 1px solid #b1b4b6; padding-top: 10px; }
tr:target, li:target { background: #fff7bf; }
.govuk-table__cell, .govuk-body { overflow-wrap: anywhere; } .govuk-table__header { overflow-wrap: normal; min-width: 6em; }
@media print { .handbook-header { background: none; color: #000; } .handbook-header a { color: #000; } .handbook-header nav, .govuk-breadcrumbs, .govuk-skip-link { display: none; } .handbook-scroll { overflow: visible; } a[href]::after { content: none !important; } section, tr, .drawing { break-inside: avoid; } details::details-content { content-visibility: visible; block-size: auto; } }
`;
