import type { Page } from '@playwright/test';

/** A file that is let go over the page. */
export const drop = (page: Page, name: string, bytes: Buffer) =>
  page.evaluate(
    ({ name, bytes }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(bytes), (it) => it.charCodeAt(0))], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    { name, bytes: bytes.toString('base64') },
  );
