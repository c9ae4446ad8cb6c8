// Inlined into the head, so that it runs before the first paint: the theme and the language that a person chose, and
// whether the address asks for the lecture, which lays all of the page out anew.
// A language that the markup does not hold is fetched by the page; `data-awaits` hides the text until it is there.
{
  const root = document.documentElement;
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const theme = kept('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

  const query = new URLSearchParams(location.search);
  if (['', '1', 'true'].includes(query.get('lecture')?.toLowerCase())) root.classList.add('lecture');

  const tags = { en: 'en', zh: 'zh-Hans' };
  const offered = root.dataset.languages?.split(' ') ?? ['en'];
  const wishes = [query.get('lang'), kept('language'), ...(navigator.languages ?? [])];
  const language = wishes
    .map((wish) => wish?.toLowerCase().split(/[-_.@]/)[0])
    .find((wish) => offered.includes(wish));
  if (language && language !== 'en') {
    root.lang = tags[language];
    root.dataset.awaits = language;
  }
}
