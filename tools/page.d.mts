export function buildPage(options?: {
  root?: string;
}): Promise<{ "index.html": string; "page.js": string; "page.css": string }>;
