"""Rules of HTTP for any response: what a client accepts, compression, security headers, HEAD."""
