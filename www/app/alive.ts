/** Tells what is inlined in the page, and waits for it, that the page's script has come and runs. */
export const tellAlive = () => dispatchEvent(new Event('alive'));

/** Whether nothing here can work, as has been said there. */
export const isDead = () => document.documentElement.dataset.dead !== undefined;
