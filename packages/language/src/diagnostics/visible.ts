/**
 * Characters that a reader cannot see or cannot tell from a space: control and format characters (those that turn the
 * direction of writing among them), unassigned and private ones, separators other than the space, and letters and
 * marks without a shape. Tab and line breaks are none of them.
 */
export const invisible: RegExp =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{Zs}\p{Default_Ignorable_Code_Point}\u2800](?<![\t\n\r ])/gu;

/** The text with every invisible character shown as `�`, so that printing it can neither hide nor rearrange anything. */
export function visible(text: string): string {
  return text.replaceAll(invisible, (character) => '\ufffd'.repeat(character.length));
}
