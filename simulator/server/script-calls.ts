/** Questions that run the add-on, answer it, or bring another workbook. */

import { Refused } from "./asked.ts";
import type { Handlers } from "./handlers.ts";
import { startOver } from "./start-over.ts";

const BUTTONS = ["OK", "CANCEL", "YES", "NO", "CLOSE"] as const;
const WITH = ["nothing", "sample"] as const;

export const scriptCalls: Handlers<"menu" | "answerQuestion" | "callClient" | "closePage" | "startOver"> = {
  menu: (asked, { host, person }) => {
    host.assertFree();
    return person.runMenu(asked.text("functionName"));
  },

  answerQuestion: (asked, { person }) => {
    person.answer(asked.text("id"), asked.word("button", BUTTONS), asked.textOrNull("text"));
    return {};
  },

  callClient: (asked, { host, person }) => {
    host.assertFree();
    if (!person.hasPage(asked.text("page"))) {
      throw new Refused(409, "That sidebar or dialog was closed. Open it again from the menu.");
    }
    return person.callClient(asked.text("functionName"), asked.list("args"));
  },

  closePage: (asked, { person }) => {
    person.closePage(asked.text("id"));
    return {};
  },

  startOver: async (asked, { host, person }) => {
    await startOver(host, person.user, asked.word("with", WITH));
    return {};
  },
};
