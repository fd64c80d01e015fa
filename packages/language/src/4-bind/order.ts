/**
 * Orders names so that each depends only on earlier ones, and otherwise as given; hears of each circle of names that
 * depend on each other (closed: its first name stands at both ends).
 */
export function dependencyOrder(
  uses: ReadonlyMap<string, ReadonlySet<string>>,
  onCircle: (path: readonly string[]) => void,
): readonly string[] {
  const place = new Map([...uses.keys()].map((name, index) => [name, index]));
  const state = new Map<string, 'open' | 'done'>();
  const order: string[] = [];
  const inCircle = new Set<string>();
  for (const start of uses.keys()) {
    if (state.has(start)) continue;
    // Depth first by hand: chains of definitions may be thousands long.
    const path: { readonly name: string; readonly next: Iterator<string> }[] = [];
    const open = (name: string): void => {
      state.set(name, 'open');
      const inSourceOrder = [...(uses.get(name) ?? [])]
        .filter((used) => place.has(used))
        .sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
      path.push({ name, next: inSourceOrder.values() });
    };
    open(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const step = top.next.next();
      if (step.done === true) {
        state.set(top.name, 'done');
        order.push(top.name);
        path.pop();
      } else if (state.get(step.value) === undefined) {
        open(step.value);
      } else if (state.get(step.value) === 'open') {
        const names = path.map(({ name }) => name);
        const circle = names.slice(names.indexOf(step.value));
        if (circle.some((name) => inCircle.has(name))) continue;
        for (const name of circle) inCircle.add(name);
        onCircle([...circle, step.value]);
      }
    }
  }
  return order;
}
