"""Begins a language, tells what it lacks, and retires one."""
