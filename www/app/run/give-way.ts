// Training gives way to a hand that drags: both want the same processors.

const AFTER_MS = 200;

export function giveWayToHands(giveWay: (busy: boolean) => void) {
  let ending: ReturnType<typeof setTimeout> | undefined;
  const begin = () => {
    clearTimeout(ending);
    giveWay(true);
  };
  const end = () => {
    clearTimeout(ending);
    ending = setTimeout(() => giveWay(false), AFTER_MS);
  };
  addEventListener('pointerdown', begin, { capture: true });
  for (const event of ['pointerup', 'pointercancel']) addEventListener(event, end, { capture: true });
  // The window's own: captured, every element's would come, and a press moves the focus.
  addEventListener('blur', end);
}
