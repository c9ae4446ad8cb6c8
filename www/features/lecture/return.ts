// Whoever comes back from the lecture is where they were: the page as far down as it was, and the focus where it was.

interface Place {
  scroll: number;
  focus: Element | null;
}

export function leavingNothing(button: HTMLElement) {
  let before: Place | undefined;
  return {
    keep() {
      before = { scroll: scrollY, focus: document.activeElement };
    },
    /** What has the focus may be out of sight now: it would be lost. */
    enter() {
      scrollTo(0, 0);
      const { focus } = before ?? {};
      if (focus && focus !== document.body && !focus.checkVisibility()) button.focus({ preventScroll: true });
    },
    comeBack() {
      if (!before) return;
      const { scroll, focus } = before;
      before = undefined;
      const nowhere = document.activeElement === document.body || document.activeElement === button;
      if (nowhere && focus instanceof HTMLElement && focus !== document.body)
        focus.focus({ preventScroll: true });
      scrollTo({ top: scroll, behavior: 'instant' });
    },
  };
}
