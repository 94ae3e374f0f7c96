/** As the `ref` of a form: its first field takes the focus when it appears. */
export function focusFirst(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>("input, textarea, select")?.focus();
}
