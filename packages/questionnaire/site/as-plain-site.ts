/**
 * GOV.UK Frontend's styles for a site that is not the government's: without its font and crest, which are the government's
 * alone, and without hacks for browsers that could not run the site.
 */

interface Removable {
  readonly remove: () => void;
}

/** As a PostCSS plugin. */
export const asPlainSite = {
  postcssPlugin: 'as-plain-site',
  AtRule: {
    'font-face': (rule: Removable): void => {
      rule.remove();
    },
    media: (rule: Removable & { readonly params: string }): void => {
      if (rule.params.includes(String.raw`\0`)) rule.remove();
    },
  },
  Declaration: (declaration: Removable & { value: string }): void => {
    const { value } = declaration;
    if (value.includes('govuk-crest')) declaration.remove();
    else if (value.includes('GDS Transport')) declaration.value = value.replace(/"?GDS Transport"?,/, '');
  },
};
