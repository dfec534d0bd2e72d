import {once} from 'node:events';
import {request, type ClientRequest} from 'node:http';

/** A request that the collector has seen, of which the body is still to come. */
export async function begun(port: number): Promise<ClientRequest> {
  const headers = {'Content-Type': 'application/json', Connection: 'close', Expect: '100-continue'};
  const asking = request({port, method: 'POST', path: '/v1/set-up', headers});
  asking.flushHeaders();
  await once(asking, 'continue');
  return asking;
}
