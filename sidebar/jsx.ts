/** What the build turns JSX into calls of; nothing else imports it. */
export { Fragment, h } from "preact";
