/** Why a sample proves nothing: it hung, flooded its output, failed where it should not have. */
export class SampleFault extends Error {
  override readonly name = "SampleFault";
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
