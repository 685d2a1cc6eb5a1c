/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a,b}from"./board-VDM4XNWQ.js";import"./board-7XH43VOS.js";import"./board-2PAXHKWU.js";import"./board-WPQT2PYZ.js";import"./board-WNHI7QBD.js";import"./board-KPKV7KGC.js";export{a as Link,b as Pick};
