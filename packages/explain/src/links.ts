/** Addresses that a rendering may link to. */

/** The address where it is one of the web; a policy's text is not ours, and no other scheme belongs in a link. */
export function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\/[^\s<>"'\\^`{|}]+$/i.test(url) ? url : undefined;
}
