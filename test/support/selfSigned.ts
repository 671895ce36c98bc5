import { createServer, type Server } from 'node:https';
import type { RequestListener } from 'node:http';

/** Made for 127.0.0.1 by nobody of rank: no machine trusts it, and it protects nothing. */
const cert = `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUWuGqWjjidictTPY2XNCV4f6ZOZswCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTExNDI0N1oYDzIxMjYxMDI4
MTE0MjQ3WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATmtfGuMvycS+ZVQGRYDt7Y/YIE+UUj8LqRRrSXjHkKceEqs3zHEL9a
rpk2qtBvY1QcxGZMd3tT4DnCQSGwvXnbo28wbTAdBgNVHQ4EFgQU5eO09YSHl+ff
CJwb3BdMOFLXHaQwHwYDVR0jBBgwFoAU5eO09YSHl+ffCJwb3BdMOFLXHaQwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARhwR/AAABgglsb2NhbGhvc3QwCgYIKoZI
zj0EAwIDSAAwRQIhANVY9VToj80vnmMEbkXGktjx9nE0AZaxUi/FGjTYFGRBAiAd
mXFhHidO+0vVi/2IxsdM+NFbIHQPxPK3sPksAuzGCA==
-----END CERTIFICATE-----`;

const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQghQHJyg+rSESLN36k
iVjSd3wBzwhvRbph0A2ezOXE3wehRANCAATmtfGuMvycS+ZVQGRYDt7Y/YIE+UUj
8LqRRrSXjHkKceEqs3zHEL9arpk2qtBvY1QcxGZMd3tT4DnCQSGwvXnb
-----END PRIVATE KEY-----`;

/** A server on a free port whose certificate no machine trusts; close it in the end. */
export async function startSelfSigned(
	listener: RequestListener,
): Promise<{ url: string; server: Server }> {
	const server = createServer({ cert, key }, listener);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('No address');
	return { url: `https://127.0.0.1:${address.port}`, server };
}
