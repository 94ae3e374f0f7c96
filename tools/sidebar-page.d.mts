import type { Plugin } from "esbuild";

/** @param root where the sources are */
export function sidebarPage(root: string): Promise<string>;

export const DEFINITION_WORDS: RegExp;

export const shortReports: Plugin;
