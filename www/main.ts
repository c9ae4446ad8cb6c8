// Puts the page together.

import './ui/styles/all';
import { isDead, tellAlive } from './app/alive';
import { part } from './app/async/part';
import { inTurns } from './app/async/turns';
import { createState, openPage } from './app/page';
import { mountPanels } from './app/panels';
import { rooms } from './app/rooms';
import { formOf } from './app/settings/form';
import { open } from './app/start';
import { suitedPage, suitedPanels } from './app/suited';
import { readUrl } from './app/url';
import { features } from './features';
import { followPixelRatio } from './ui/canvas';
import { followTheme } from './ui/ink';
import { showStaticText } from './ui/static-text';
import { speakFirst } from './ui/text/language';

async function putTogether() {
  const turn = inTurns();
  const base = new URL('./', document.baseURI).href;
  const url = readUrl(location.search);
  const parts = [...rooms, ...features];
  const state = createState(parts);
  if (url.backend) state.settings.choice.value = url.backend;
  if (url.lecture) state.lecture.on.value = true;
  if (url.misread.length > 0) state.page.problem.value = { kind: 'address', misread: url.misread };
  // Who comes by a link is where it leads.
  state.page.still.value = url.still ?? url.place ?? false;
  state.settings.form.value = formOf(url.settings);
  // The development server rebuilds the plain CPU build alone.
  const page = openPage(state, parts, base, url.threads ?? (import.meta.env.DEV ? 1 : undefined));

  // All else waits for what the first image needs.
  open(page, url).catch(page.report);
  await turn();
  part(speakFirst()).catch((error: unknown) => {
    // The text that waits for its language stays as it is.
    delete document.documentElement.dataset.awaits;
    page.report(error);
  });
  followTheme();
  followPixelRatio();
  showStaticText();
  for (const part of parts) {
    await turn();
    part.follow?.(suitedPage(page, part));
  }
  mountPanels(parts.flatMap(suitedPanels), page, new AbortController().signal).catch(page.report);
  tellAlive();
}

// What ends it is said as an error of the script, as one of its first task is.
if (!isDead()) putTogether().catch(reportError);
