import type { Listed } from './download';

/** Of the files that come before any list: the build puts it in. The development server's files change, and have none. */
declare const SITE_SUMS: Readonly<Record<string, Listed>>;

export const sumOf = (path: string): Listed | undefined => SITE_SUMS[path];
