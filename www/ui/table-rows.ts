// The rows of a table that are made anew while a person is in one of them.

/** Who types in one is not disturbed. */
export function isTyping(body: HTMLElement) {
  const { activeElement: focused } = document;
  return (
    focused instanceof HTMLInputElement && body.contains(focused) && focused.value !== focused.defaultValue
  );
}

/** The focus stays where it was, in the row of the same key: on the row's first control where the one that had it is gone. */
export function replaceRows(body: HTMLElement, rows: readonly HTMLTableRowElement[]) {
  const { activeElement: focused } = document;
  const before = focused && body.contains(focused) ? focused.closest('tr')?.dataset.key : undefined;
  const label = focused?.getAttribute('aria-label');
  body.replaceChildren(...rows);
  const row = rows.find(({ dataset }) => dataset.key === before);
  if (!before || !row) return;
  const controls = [...row.querySelectorAll<HTMLElement>('input, button')];
  const same = controls.find((control) => control.getAttribute('aria-label') === label);
  (same ?? controls[0])?.focus();
}

/** A field for the name of what a row is of. */
export function nameField(
  named: string,
  whole: string,
  rename: (given: string) => void,
  signal: AbortSignal,
) {
  const field = document.createElement('input');
  field.className = 'run-name';
  Object.assign(field, { defaultValue: named, maxLength: 40, autocomplete: 'off' });
  field.setAttribute('aria-label', whole);
  const take = () => {
    field.defaultValue = field.value;
    rename(field.value.trim());
  };
  field.addEventListener('change', take, { signal });
  return field;
}

/** A cell that says what it is where its table is too narrow for a head. */
export function namedCell(name: string, className: string, words: string) {
  const cell = document.createElement('td');
  cell.className = className;
  cell.dataset.name = name;
  cell.append(words);
  return cell;
}
