import fs from 'node:fs'
import { execFileSync } from 'node:child_process'
import { PGlite } from '@electric-sql/pglite'
import { syncTree } from '/work/main/platform/database/durable.ts'
const root='/tmp/t1/cl'; fs.rmSync(root,{recursive:true,force:true}); fs.mkdirSync(root)
let t=Date.now()
const pg=await PGlite.create({dataDir:root+'/a'}); console.log('create',Date.now()-t); t=Date.now(); await pg.close(); console.log('close', Date.now()-t)
console.log(execFileSync('sh',['-c',`find ${root}/a -type f | wc -l; du -sm ${root}/a`]).toString())
fs.cpSync(root+'/a',root+'/b',{recursive:true});fs.cpSync(root+'/a',root+'/c',{recursive:true})
t=Date.now(); execFileSync('sync',['-f',root+'/c']); console.log('sync -f',Date.now()-t)
t=Date.now(); syncTree(root+'/a'); console.log('serial after',Date.now()-t)
fs.cpSync(root+'/a',root+'/d',{recursive:true})
t=Date.now(); syncTree(root+'/d'); console.log('serial',Date.now()-t)
fs.cpSync(root+'/a',root+'/e',{recursive:true})
t=Date.now(); 
const files=fs.readdirSync(root+'/e',{recursive:true,withFileTypes:true}).filter(e=>e.isFile()).map(e=>e.parentPath+'/'+e.name)
let i=0; await Promise.all(Array.from({length:16},async()=>{while(i<files.length){const h=await fs.promises.open(files[i++]);await h.sync();await h.close()}}))
console.log('parallel',Date.now()-t)
fs.rmSync(root,{recursive:true,force:true})
