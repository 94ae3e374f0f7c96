/** A small add-on for the tests of the server: what a user can do with it, and what it can do to them. */

import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SCOPES = ["spreadsheets.currentonly", "script.container.ui", "userinfo.email"];

const CODE = `
function onOpen() {
  SpreadsheetApp.getUi().createAddonMenu()
    .addItem("Say hello", "sayHello")
    .addItem("Ask twice", "askTwice")
    .addSubMenu(SpreadsheetApp.getUi().createMenu("More").addItem("Show sidebar", "showSidebar"))
    .addItem("Fail", "fail")
    .addItem("Go to B7", "goThere")
    .addToUi();
}
function sayHello() { SpreadsheetApp.getActive().toast("Hello " + Session.getActiveUser().getEmail(), "Greeting", 3); }
function askTwice() {
  var ui = SpreadsheetApp.getUi();
  var sheet = SpreadsheetApp.getActive().getSheets()[0];
  sheet.getRange("A1").setValue("asking");
  var sure = ui.alert("Really?", "This cannot be taken back.", ui.ButtonSet.YES_NO);
  var name = ui.prompt("Your name").getResponseText();
  sheet.getRange("A1").setValue(String(sure) + " " + name);
}
function showSidebar() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("sidebar").setTitle("Test sidebar"));
}
function fail() { throw new Error("It went wrong."); }
function goThere() {
  var sheet = SpreadsheetApp.getActive().insertSheet("There");
  sheet.getRange("B7:C8").activate();
}
function echo(value) { return value; }
function giveDate() { return new Date(0); }
function whereAmI() {
  var range = SpreadsheetApp.getActiveRange();
  return range.getSheet().getName() + "!" + range.getA1Notation() + " " + Session.getActiveUser().getEmail();
}
function writeMany(request) {
  var rows = [];
  for (var i = 0; i < request.rows; i++) rows.push([request.value, i]);
  SpreadsheetApp.getActive().getSheets()[0].getRange(request.from, 5, rows.length, 2).setValues(rows);
  PropertiesService.getDocumentProperties().setProperty("last", request.value);
  return request.value;
}
function lastWritten() { return PropertiesService.getDocumentProperties().getProperty("last"); }
function hidden_() { return "never"; }
/**
 * Twice a number.
 *
 * @param {number} value the number
 * @return its double
 * @customfunction
 */
function TWICE(value) { return value * 2; }
`;

const SIDEBAR = `<!doctype html>
<html><head><title>Test</title></head><body><p>A sidebar</p></body></html>`;

/** A folder with the built add-on. */
export async function scriptFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "addon-"));
  const oauthScopes = SCOPES.map((scope) => `https://www.googleapis.com/auth/${scope}`);
  const manifest = { timeZone: "Etc/GMT", oauthScopes };
  await writeFile(join(folder, "Code.js"), CODE);
  await writeFile(join(folder, "sidebar.html"), SIDEBAR);
  await writeFile(join(folder, "appsscript.json"), JSON.stringify(manifest));
  return folder;
}
