/** One user's window of the local Sheets, for the pictures. */
// @ts-nocheck

const ADD_ON = "Reimbursement Auditor";

export class SheetWindow {
  constructor(context, page) {
    this.context = context;
    this.page = page;
  }

  static async open(browser, { url }, user) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: "en-US",
      timezoneId: "America/Los_Angeles",
    });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const window = new SheetWindow(context, await context.newPage());
    await window.page.goto(url.replace("/#", `/?user=${user}#`));
    await window.page.getByRole("menuitem", { name: "Extensions" }).waitFor();
    return window;
  }

  close() {
    return this.context.close();
  }

  /** Chooses an item of the add-on's menu under Extensions. */
  async addOnMenu(item) {
    await this.page.getByRole("menuitem", { name: "Extensions" }).click();
    await this.page.getByRole("menuitem", { name: ADD_ON }).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  get sidebar() {
    return this.page.frameLocator(`iframe[title="${ADD_ON}"]`);
  }

  /** The sidebar as an element, for a picture of it alone. */
  get panel() {
    return this.page.locator("aside.sidebar");
  }

  /** A tab of the sidebar. */
  view(name) {
    return this.sidebar.getByRole("tab", { name });
  }

  button(name) {
    return this.sidebar.getByRole("button", { name });
  }

  /** The entries of the list in sight. */
  get entries() {
    return this.sidebar.locator("[role=listbox] [role=option]:visible");
  }

  /** Words in sight in the sidebar. */
  said(words) {
    return this.sidebar.getByText(words).filter({ visible: true }).first();
  }

  /** Opens a tab of the workbook at a cell; `cell` is selected and in sight. */
  async goTo(tab, cell = "A1") {
    await this.page.getByRole("tab", { name: tab }).click();
    const box = this.page.getByRole("textbox", { name: "Name box" });
    await box.fill(cell);
    await this.page.keyboard.press("Enter");
    await this.page.getByRole("gridcell").first().waitFor();
    await this.settled();
  }

  /** Drags the right border of a column. */
  async widen(column, by) {
    const border = this.page
      .locator(".rgHeaderCell", { hasText: new RegExp(`^${column}$`) })
      .locator(".resizable-r");
    const { x, y, width, height } = await border.first().boundingBox();
    await this.page.mouse.move(x + width / 2, y + height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(x + width + by, y + height / 2, { steps: 5 });
    await this.page.mouse.up();
    await this.settled();
  }

  /** Until no script runs, no formula loads, and the mouse points at nothing. */
  async settled() {
    await this.page.getByText("Working…").waitFor({ state: "hidden" });
    await this.page.getByText("Loading...").first().waitFor({ state: "hidden", timeout: 60_000 });
    await this.page.mouse.move(640, 12);
    await this.page.waitForTimeout(700);
  }
}
