/** Markup with its formulas typeset: www/setup/article.ts makes it from the file. */
declare module '*.html?prose' {
  const markup: string;
  export default markup;
}
