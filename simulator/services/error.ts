/** An error a script can catch; Google shows it as `Exception: …`. Anything else thrown by a service is a defect of the simulator. */
export class ServiceError extends Error {
  override readonly name = "Exception";
}
