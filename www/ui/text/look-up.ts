import type { Text } from '.';

/** The string that the markup names as `area.key`. */
export function lookUp(text: Text, path: string): string {
  const [area, key, ...more] = path.split('.');
  const strings: Readonly<Record<string, unknown>> = text[area as keyof Text] ?? {};
  const found = more.length === 0 && key !== undefined ? strings[key] : undefined;
  if (typeof found === 'string') return found;
  throw new Error(`The markup asks for the text “${path}”, which no text of the page has.`);
}
