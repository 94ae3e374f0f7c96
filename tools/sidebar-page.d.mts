import type { Plugin } from "esbuild";

/** @param root where the sources are */
export function sidebarPage(root: string): Promise<string>;

export const DEFINITION_WORDS: RegExp;

export const shortReports: Plugin;

/** What `defineReport` does where definitions come without it and with short headers. */
export const WHEN_ASKED: string;

/** The text of a definition without the headers that follow from their fields. */
export function shortHeaders(text: string): string;

/** The text of a definition without what nearly all have alike. */
export function withoutAlike(text: string): string;

/** The definitions' own file with other words in place of `return definition;`. */
export function puttingBack(definitions: string, instead: string): string;
