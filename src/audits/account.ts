export interface Account {
  readonly asOf: number;
}
