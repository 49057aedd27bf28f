/// Splits a line into tokens; the context of a token is the eight before it.
pub const CONTEXT_SIZE: usize = 512;

pub fn generate(lines: &[String], batch_size: usize) -> Vec<Vec<&str>> {
    lines.iter().take(batch_size).map(|line| line.split(' ').collect()).collect()
}
