"""Shared features: one hashed matrix a batch, so that no detector computes features of its own."""

from moderation.features.batch import Batch

__all__ = ["Batch"]
