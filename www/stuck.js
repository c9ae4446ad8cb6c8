// Inlined into the head before all else: says what keeps the page from coming to life, a file that did not arrive or an error that
// ends its script, where the script itself is not there to say it.
// The script tells by an event that it runs, and by `data-speaks` that it says its errors itself.
{
  const WAIT_MS = 10_000;
  const root = document.documentElement;
  const inEnglish = {
    script: 'A part of this page did not arrive as it should, so that nothing here works yet.',
    slow: 'This page’s script has not arrived in 10 seconds: nothing here works before it does. Check the connection.',
    style: 'This page’s style did not arrive: it works, but looks bare.',
    file: 'This page was opened as a file, and browsers start no modules from files: run “npm start”, or open it from a web server.',
    noWebAssembly:
      'WebAssembly is switched off in this browser, and everything here is reckoned with it: allow it, then try again.',
    again: 'Try again',
  };
  const inChinese = {
    script: '页面的一部分没有完整传来，因此这里暂时无法使用。',
    slow: '页面的脚本 10 秒内没有传来，在此之前这里无法使用：请检查网络连接。',
    style: '页面的样式没有传来：可以使用，但外观简陋。',
    file: '这个页面是作为文件打开的，浏览器不会从文件启动模块：请运行“npm start”，或通过网站服务器打开。',
    noWebAssembly: '这个浏览器关闭了 WebAssembly，而这里的一切计算都靠它：请允许使用，然后重试。',
    again: '重试',
  };
  // early.js chooses the language, behind this.
  const words = () => (root.lang.startsWith('zh') ? inChinese : inEnglish);
  const life = new AbortController();
  let banner;

  const parts = () =>
    document.querySelectorAll('main > :not([data-article]), [data-article] button, .preferences');
  const hide = (dead) => {
    for (const part of parts()) part.inert = part.hidden = dead;
  };

  const say = (what, dead) => {
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => say(what, dead), { once: true });
      return;
    }
    delete root.dataset.awaits;
    if (dead) {
      hide(true);
      clearTimeout(slow);
    }
    if (banner && what === 'style') return;
    banner ??= document.createElement('div');
    banner.className = 'problem';
    banner.setAttribute('role', 'alert');
    const [said, again] = [document.createElement('p'), document.createElement('button')];
    said.textContent = words()[what];
    again.textContent = words().again;
    again.onclick = tryAgain;
    banner.replaceChildren(said, again);
    document.body.prepend(banner);
  };

  // A cache may keep what came damaged.
  const tryAgain = async () => {
    const files = [...document.querySelectorAll('script[src], link[href$=".js"], link[href$=".css"]')];
    const options = { cache: 'reload', signal: AbortSignal.timeout(WAIT_MS) };
    await Promise.allSettled(files.map(({ src, href }) => fetch(src ?? href, options)));
    location.reload();
  };

  const fail = ({ target }) => {
    if (location.protocol === 'file:') say('file', true);
    else if (target instanceof HTMLScriptElement) say('script', true);
    else if (target.rel === 'stylesheet') say('style', false);
  };
  addEventListener('error', fail, { capture: true, signal: life.signal });

  // Of an error, in the language of the markup: another comes no more.
  addEventListener('error', ({ message }) => {
    const problem = document.querySelector('#problem');
    const said = document.querySelector('.problem:not([hidden])');
    // An element that could not be loaded has no message.
    if (!message || !problem || said || root.dataset.speaks !== undefined) return;
    delete root.dataset.awaits;
    root.lang = 'en';
    problem.querySelector('p').textContent = `${problem.dataset.notBegun} (${message})`;
    problem.querySelector('button:not([hidden])').onclick = () => {
      problem.hidden = true;
    };
    problem.hidden = false;
  });

  const look = () => {
    const styles = [...document.querySelectorAll('link[rel="stylesheet"]')].filter(({ sheet }) => !sheet);
    if (styles.length === 0) return say('slow', false);
    // A style that is under way keeps everything from being painted, and scripts from running.
    for (const link of styles) link.remove();
    say('style', false);
    slow = setTimeout(look, WAIT_MS);
  };
  let slow = setTimeout(look, WAIT_MS);

  addEventListener(
    'alive',
    () => {
      life.abort();
      clearTimeout(slow);
      if (banner?.firstChild?.textContent === words().slow) banner.remove();
    },
    { once: true },
  );

  if (!('WebAssembly' in window)) {
    root.dataset.dead = '';
    clearTimeout(slow);
    say('noWebAssembly', true);
  }
}
