"""A program of its own: the floor of a server's start, FastAPI and uvicorn with one route that says hello."""

from __future__ import annotations

import socket

import uvicorn
from fastapi import FastAPI

app = FastAPI(docs_url=None, redoc_url=None)


@app.get("/api/health")
async def hello() -> dict[str, str]:
    """Says that it is there."""
    return {"status": "ok"}


if __name__ == "__main__":
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    print(f"listening on http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
    config = uvicorn.Config(app, access_log=False, log_level="warning", ws="none")
    uvicorn.Server(config).run(sockets=[listening])
