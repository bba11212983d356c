/** Characters that nobody sees: written as codes in messages, and left out where they cannot be meant. */

/** Draws nothing: default-ignorable characters (soft hyphen, zero width, direction), controls, and two blank symbols. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zl}\p{Zp}\u2800\ufff9-\ufffb]/gu;
/** Spaces that look like the ordinary one or have no width, and everything that is invisible. */
const UNCLEAR = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Z}\u2800\ufff9-\ufffb]/gu;

/** The text with `[U+200B]` in place of each character that looks like nothing or like an ordinary space. */
export function visibleText(text: string): string {
  return text.replace(UNCLEAR, (character) => (character === ' ' ? character : codeOf(character)));
}

function codeOf(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The text without invisible characters. Unusual spaces stay. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}
