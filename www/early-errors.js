// Inlined into the head before all else: an error that ends the page's script before it has begun is said, in the language of the
// markup. `data-speaks` tells that the page now says so itself.
addEventListener('error', ({ message }) => {
  const root = document.documentElement;
  const banner = document.querySelector('#problem');
  const said = document.querySelector('.problem:not([hidden])');
  // An element that could not be loaded has no message.
  if (!message || !banner || said || root.dataset.speaks !== undefined) return;
  // Another language than the markup's comes no more.
  delete root.dataset.awaits;
  root.lang = 'en';
  banner.querySelector('p').textContent = `${banner.dataset.notBegun} (${message})`;
  banner.querySelector('button:not([hidden])').onclick = () => {
    banner.hidden = true;
  };
  banner.hidden = false;
});
