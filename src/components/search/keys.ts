/**
 * Lets the arrow keys go from the field to the results and among them, and back from the first.
 * @param node what holds the field and the results
 */
export function moveByArrows(node: HTMLElement, field: HTMLInputElement): void {
  node.addEventListener('keydown', (event) => {
    const { key, isComposing, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (isComposing || altKey || ctrlKey || metaKey || shiftKey) return;
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
    const stops: HTMLElement[] = [field, ...node.querySelectorAll<HTMLElement>('.search-results a')];
    const place = stops.findIndex((stop) => stop === event.target);
    if (place === -1) return;
    event.preventDefault();
    stops[place + (key === 'ArrowDown' ? 1 : -1)]?.focus();
  });
}
