// Paths that draw nothing, for tests outside a browser.

import { vi } from 'vitest';

export const fakePaths = () =>
  vi.stubGlobal(
    'Path2D',
    class {
      moveTo() {}
      lineTo() {}
      quadraticCurveTo() {}
    },
  );
