"""A bare server to hold ours against: routes that insert one row, and do nothing else.

    python3 -m benchmarks.bare DATABASE PORT

`/row` is what one would write first: a plain function with a transaction of its own, which Starlette runs in a thread.
`/gathered` hands the row to the writer that our server has, so that many share a transaction.
"""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

import uvicorn
from sqlalchemy import Column, Connection, Integer, MetaData, Table, Text, insert
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse
from starlette.routing import Route

from game.records.database.connection import Database
from game.records.database.gathering import Writer

if TYPE_CHECKING:
    from starlette.requests import Request

__all__ = ["bare"]

_ROWS = Table("rows", MetaData(), Column("id", Integer, primary_key=True), Column("body", Text, nullable=False))
_INSERT = insert(_ROWS)


def bare(database: Database) -> Starlette:
    """The application."""
    with database.writing() as c:
        _ROWS.create(c, checkfirst=True)
    writer = Writer(database)

    def put(c: Connection, body: str) -> None:
        c.execute(_INSERT, {"body": body})

    def put_alone(body: str) -> None:
        with database.writing() as c:
            put(c, body)

    async def row(request: Request) -> JSONResponse:
        await run_in_threadpool(put_alone, (await request.body()).decode())
        return JSONResponse({"is_kept": True})

    async def gathered(request: Request) -> JSONResponse:
        body = (await request.body()).decode()
        await asyncio.wrap_future(writer.submit(lambda c: put(c, body)))
        return JSONResponse({"is_kept": True})

    return Starlette(routes=[Route("/row", row, methods=["POST"]), Route("/gathered", gathered, methods=["POST"])])


if __name__ == "__main__":
    uvicorn.run(bare(Database(sys.argv[1])), port=int(sys.argv[2]), log_config=None, access_log=False)
