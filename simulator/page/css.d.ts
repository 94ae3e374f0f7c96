/** Style sheets imported by main.tsx: the build puts them into one file. */
declare module "*.css";
