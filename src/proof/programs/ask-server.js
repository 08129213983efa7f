/**
 * Sends its input to the port that its argument names, and prints the answer. Only a page's own programs may be able to reach
 * its server, so this runs among them. Without input, it only tries whether anything listens.
 */
import { connect } from "node:net";
import { buffer } from "node:stream/consumers";

const request = await buffer(process.stdin);
const socket = connect({ port: Number(process.argv[2]), host: "127.0.0.1" });
socket.on("error", (error) => {
  process.stderr.write(error.message);
  process.exitCode = 1;
});
socket.on("connect", () => {
  if (request.length === 0) socket.destroy();
  else socket.write(request);
});
socket.pipe(process.stdout);
