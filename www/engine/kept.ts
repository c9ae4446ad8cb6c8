/** Values that are made once, by their keys; a failure is forgotten, so that it can be tried again. */
export class Kept<Key, Value> {
  private readonly known = new Map<Key, Promise<Value>>();

  get(key: Key, make: () => Promise<Value>): Promise<Value> {
    const known = this.known.get(key);
    if (known) return known;
    const made = make();
    this.known.set(key, made);
    made.catch(() => this.known.delete(key));
    return made;
  }
}
