/**
 * Puts text on the clipboard. Where the sandbox refuses, the text is selected in `element`, so that the user's
 * own Ctrl+C takes it; says whether it was copied.
 */
export async function copyText(text: string, element: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text, element);
  }
}

function copySelected(text: string, element: HTMLTextAreaElement | null): boolean {
  const area = element ?? document.createElement("textarea");
  if (element === null) {
    area.value = text;
    area.className = "unseen";
    document.body.append(area);
  }
  area.focus();
  area.select();
  const copied = document.execCommand("copy");
  if (element === null) area.remove();
  return copied;
}
