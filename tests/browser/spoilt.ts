// A site of which some files do not come as they should, and what the page says of it.

import type { Page } from '@playwright/test';
import { expect, inked, parts } from './page';

export const alert = (page: Page) => page.getByRole('alert').filter({ visible: true, hasText: /./ });
export const again = (page: Page) => alert(page).getByRole('button', { name: 'Try again' }).click();
export const chooser = (page: Page) => page.getByRole('combobox', { name: 'Model', exact: true });

const faults = {
  missing: async () => ({ status: 404 }),
  'a page': async () => ({ contentType: 'text/html', body: '<!doctype html><title>Welcome</title>' }),
  cut: async (whole: () => Promise<Buffer>) => {
    const bytes = await whole();
    return { body: bytes.subarray(0, bytes.length / 2) };
  },
  /** It still runs. */
  'another script': async (whole: () => Promise<Buffer>) => ({ body: `${await whole()}\n` }),
  /** In one bit. */
  changed: async (whole: () => Promise<Buffer>) => {
    const bytes = Buffer.from(await whole());
    const middle = bytes.length >> 1;
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    return { body: bytes };
  },
};

/** Answers so where the files are asked for, until they are mended. */
export async function spoil(page: Page, files: string, how: keyof typeof faults) {
  let spoilt = true;
  await page.route(files, async (route) => {
    if (!spoilt) return route.fallback();
    const response = how === 'missing' || how === 'a page' ? undefined : await route.fetch();
    const answer = await faults[how](async () => (await response?.body()) ?? Buffer.alloc(0));
    await route.fulfill({ ...(response ? { response } : {}), ...answer });
  });
  return () => {
    spoilt = false;
  };
}

/** The first request for each is never answered. */
export async function stallOnce(page: Page, ...patterns: string[]) {
  for (const files of patterns) {
    let first = true;
    await page.route(files, (route) => {
      if (!first) return route.fallback();
      first = false;
      return undefined;
    });
  }
}

export const seesDigit = async (page: Page) => {
  // It may be loaded anew meanwhile.
  await expect.poll(() => inked(parts(page).reconstruction).catch(() => false)).toBe(true);
  await expect(alert(page)).toHaveCount(0);
};
