"""The wire contract: input rows to items, judgements to result rows, and the file formats between."""

from moderation.wire.batches import Chunk, chunks
from moderation.wire.results import error_row, result_row
from moderation.wire.rows import Row, decode_json, parse_row

__all__ = ["Chunk", "Row", "chunks", "decode_json", "error_row", "parse_row", "result_row"]
